package org.bargardan.document;

import org.bargardan.OnPostgres;

@OnPostgres
class SegmentShapingOnPostgresTest extends SegmentShapingTest {}
