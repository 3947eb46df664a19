package org.bargardan.importing;

import org.bargardan.OnPostgres;

@OnPostgres
class ImportsOnPostgresTest extends ImportsTest {}
