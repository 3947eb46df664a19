package org.bargardan.project;

import org.bargardan.OnPostgres;

@OnPostgres
class SentenceRulesOnPostgresTest extends SentenceRulesTest {}
