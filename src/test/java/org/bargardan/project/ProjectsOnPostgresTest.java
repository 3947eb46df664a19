package org.bargardan.project;

import org.bargardan.OnPostgres;

@OnPostgres
class ProjectsOnPostgresTest extends ProjectsTest {}
