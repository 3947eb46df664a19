package org.bargardan.review;

import org.bargardan.OnPostgres;

@OnPostgres
class StorageOnPostgresTest extends StorageTest {}
