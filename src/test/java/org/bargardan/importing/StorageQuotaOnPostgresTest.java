package org.bargardan.importing;

import org.bargardan.OnPostgres;

@OnPostgres
class StorageQuotaOnPostgresTest extends StorageQuotaTest {}
