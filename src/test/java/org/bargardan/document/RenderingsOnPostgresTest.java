package org.bargardan.document;

import org.bargardan.OnPostgres;

@OnPostgres
class RenderingsOnPostgresTest extends RenderingsTest {}
