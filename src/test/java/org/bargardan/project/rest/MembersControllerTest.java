package org.bargardan.project.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import java.util.stream.IntStream;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.Program;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.base.SecretLink;
import org.bargardan.project.Membership;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectInvitations;
import org.bargardan.project.ProjectRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@House
class MembersControllerTest {

    private static final String PATH = "/api/v1/projects/{id}/members";

    @Autowired private Collective collective;
    @Autowired private Program program;
    @Autowired private ProjectInvitations invitations;
    @Autowired private Membership membership;
    @Autowired private Users users;

    private ProjectId project;
    private UserId mona;
    private UserId sara;

    @BeforeEach
    void aManagerAndATranslator() {
        project = collective.project();
        mona = collective.member(project, "mona", ProjectRole.MANAGER);
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
    }

    @Test
    void aLinkMadeByAProgramBringsOnePersonInWithTheRolesItNames() throws Exception {
        var answer = invite(mona, "\"translator\", \"reviewer\"");
        assertThat(answer).hasStatus(HttpStatus.CREATED);
        var invitation = json(answer);
        assertThat(invitation.get("path").asString())
                .isEqualTo("/invite/" + invitation.get("secret").asString());
        assertThat(invitation.get("expiresAt").asString()).endsWith("Z");
        var omid = collective.member(collective.project(), "omid", ProjectRole.READER);
        var link = new SecretLink(invitation.get("secret").asString());
        assertThat(invitations.accept(link, omid)).isTrue();
        assertThat(membership.roles(project, omid))
                .isEqualTo(Set.of(ProjectRole.TRANSLATOR, ProjectRole.REVIEWER));
    }

    @Test
    void onlyManagersInvite() {
        assertThat(invite(sara, "\"reader\"")).hasStatus(HttpStatus.FORBIDDEN);
        var stranger = collective.member(collective.project(), "s", ProjectRole.MANAGER);
        assertThat(invite(stranger, "\"reader\"")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void anInvitationNeedsRolesThatExist() {
        assertThat(invite(mona, "")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(invite(mona, "null")).hasStatus(HttpStatus.BAD_REQUEST);
        var unknown = invite(mona, "\"owner\"");
        assertThat(unknown).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(unknown)
                .bodyJson()
                .extractingPath("$.allowed")
                .asArray()
                .containsExactly("manager", "translator", "reviewer", "reader");
    }

    @Test
    void membersAreKnownByPenNameAndRolesAndNothingElse() throws Exception {
        var answer = program.get(sara, PATH, project.value());
        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyText().doesNotContain(users.loginOf(mona), users.loginOf(sara));
        var found = json(answer).get("members").valueStream().toList();
        assertThat(found).hasSize(3);
        assertThat(found)
                .allSatisfy(member ->
                        assertThat(member.propertyNames())
                                .containsExactlyInAnyOrder("person", "penName", "roles"));
        assertThat(found)
                .anySatisfy(member -> {
                    assertThat(member.get("penName").asString())
                            .isEqualTo(users.get(mona).penName());
                    assertThat(member.get("roles").toString()).isEqualTo("[\"manager\"]");
                });
    }

    @Test
    void membersComeInPagesEachOnce() throws Exception {
        IntStream.range(0, 3).forEach(n -> collective.member(project, "m", ProjectRole.READER));
        var seen = new ArrayList<String>();
        var cursor = "";
        while (cursor != null) {
            var page = json(program.get(sara, PATH + "?limit=4" + cursor, project.value()));
            page.get("members").forEach(member -> seen.add(member.get("person").asString()));
            var next = page.get("next");
            cursor = next.isNull() ? null : "&cursor=" + next.asString();
        }
        assertThat(seen).hasSize(6).doesNotHaveDuplicates();
    }

    private MvcTestResult invite(UserId person, String roles) {
        return program.post(person, "{\"roles\": [%s]}".formatted(roles), PATH, project.value());
    }

    private static JsonNode json(MvcTestResult answer) throws Exception {
        return new JsonMapper().readTree(answer.getResponse().getContentAsByteArray());
    }
}
