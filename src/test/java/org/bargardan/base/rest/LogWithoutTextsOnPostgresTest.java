package org.bargardan.base.rest;

import org.bargardan.OnPostgres;

@OnPostgres
class LogWithoutTextsOnPostgresTest extends LogWithoutTextsTest {}
