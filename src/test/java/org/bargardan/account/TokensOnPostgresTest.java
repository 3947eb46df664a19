package org.bargardan.account;

import org.bargardan.OnPostgres;

@OnPostgres
class TokensOnPostgresTest extends TokensTest {}
