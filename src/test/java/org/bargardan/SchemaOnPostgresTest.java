package org.bargardan;

@OnPostgres
class SchemaOnPostgresTest extends SchemaTest {}
