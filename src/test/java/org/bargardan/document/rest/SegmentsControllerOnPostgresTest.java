package org.bargardan.document.rest;

import org.bargardan.OnPostgres;

@OnPostgres
class SegmentsControllerOnPostgresTest extends SegmentsControllerTest {}
