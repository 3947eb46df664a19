package org.bargardan.document.rest;

import org.bargardan.OnPostgres;

@OnPostgres
class RenderingsControllerOnPostgresTest extends RenderingsControllerTest {}
