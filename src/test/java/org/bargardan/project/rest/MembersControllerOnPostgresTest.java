package org.bargardan.project.rest;

import org.bargardan.OnPostgres;

@OnPostgres
class MembersControllerOnPostgresTest extends MembersControllerTest {}
