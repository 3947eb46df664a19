package org.bargardan.backup;

import org.bargardan.OnPostgres;

@OnPostgres
class BackupsOnPostgresTest extends BackupsTest {}
