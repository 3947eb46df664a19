package org.bargardan.project.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bargardan.account.SignedInUser;
import org.bargardan.account.UserId;
import org.bargardan.base.rest.AlsoAnswers;
import org.bargardan.base.rest.Choice;
import org.bargardan.base.rest.Paging;
import org.bargardan.base.rest.RequestProblem;
import org.bargardan.project.Member;
import org.bargardan.project.Membership;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectInvitations;
import org.bargardan.project.ProjectRole;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who is in a project, and links for those who should be. As on the screens nobody is put into a
/// project unasked: a person comes by a link, with or without an account.
@RestController
@RequestMapping("/api/v1/projects/{id}/members")
@Tag(name = "Projects")
class MembersController {

    private final Membership membership;
    private final ProjectInvitations invitations;
    private final SignedInUser signedIn;

    MembersController(
            Membership membership, ProjectInvitations invitations, SignedInUser signedIn) {
        this.membership = membership;
        this.invitations = invitations;
        this.signedIn = signedIn;
    }

    /// A member as others see them: neither login name nor mail address.
    record MemberAnswer(UUID person, String penName, List<String> roles) {

        static MemberAnswer of(Member member) {
            return new MemberAnswer(
                    member.person().id().value(), member.person().penName(), keys(member.roles()));
        }
    }

    /// @param next asks for the next page; null on the last one
    record MemberList(List<MemberAnswer> members, @Nullable String next) {}

    /// What is sent to invite one person.
    record WantedMember(@Nullable List<@Nullable String> roles) {}

    /// An invitation, shown this once.
    ///
    /// @param secret is kept nowhere here; who has it comes in
    /// @param path of the page that the link opens, on the address people reach this site at
    record InvitationAnswer(String secret, String path, List<String> roles, Instant expiresAt) {}

    @GetMapping
    @Operation(summary = "The members of a project with their roles")
    MemberList list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            Principal principal) {
        var last = Paging.last(cursor);
        var read =
                membership.members(
                        new ProjectId(id),
                        last == null ? null : new UserId(last),
                        Paging.limit(limit) + 1,
                        actor(principal));
        return new MemberList(
                Paging.shown(read, limit).stream().map(MemberAnswer::of).toList(),
                Paging.next(read, limit, member -> member.person().id().value()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Invite one person by a link, which is shown this once; for managers")
    @AlsoAnswers(403)
    InvitationAnswer invite(
            @PathVariable UUID id, @RequestBody WantedMember wanted, Principal principal) {
        var project = new ProjectId(id);
        var actor = actor(principal);
        var roles = roles(wanted.roles());
        var invited = invitations.inviteUntil(project, roles, actor);
        return new InvitationAnswer(
                invited.link().text(),
                "/invite/" + invited.link().text(),
                keys(roles),
                invited.expiresAt());
    }

    private static Set<ProjectRole> roles(@Nullable List<@Nullable String> keys) {
        if (keys == null || keys.isEmpty()) {
            throw RequestProblem.of("roles", "at least one role is needed");
        }
        var roles = EnumSet.noneOf(ProjectRole.class);
        keys.forEach(key ->
                roles.add(Choice.read("roles", key, ProjectRole.values(), ProjectRole::key)));
        return roles;
    }

    private static List<String> keys(Set<ProjectRole> roles) {
        return roles.stream().sorted().map(ProjectRole::key).toList();
    }

    private UserId actor(Principal principal) {
        return signedIn.require(principal).id();
    }
}
