package org.bargardan.account;

import org.bargardan.OnPostgres;

@OnPostgres
class InvitationsOnPostgresTest extends InvitationsTest {}
