package org.bargardan.document;

import org.bargardan.OnPostgres;

@OnPostgres
class ReimportsOnPostgresTest extends ReimportsTest {}
