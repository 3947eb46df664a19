package org.bargardan.account;

import org.bargardan.OnPostgres;

@OnPostgres
class UsersOnPostgresTest extends UsersTest {}
