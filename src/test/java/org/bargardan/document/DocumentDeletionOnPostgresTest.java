package org.bargardan.document;

import org.bargardan.OnPostgres;

@OnPostgres
class DocumentDeletionOnPostgresTest extends DocumentDeletionTest {}
