using GpmTool.Api.Infrastructure.Rights;
using GpmTool.Api.Tests.Infrastructure;
using GpmTool.Persistence;

namespace GpmTool.Api.Tests.Accounts;

/// <summary>The one table of rights, and the page that shows it.</summary>
public class RightsTableTests
{
    private static readonly Guid Field = Guid.NewGuid();
    private static readonly Guid Authority = Guid.NewGuid();

    [Test]
    public void Every_right_has_one_rule() => RightsTable.Rules.Select(rule => rule.Right).ShouldBe(Enum.GetValues<Right>(), ignoreOrder: true);

    [Test]
    public void The_page_shows_the_table()
    {
        const string begin = "<!-- rights -->\n", end = "<!-- /rights -->";
        var path = Path.Combine(Repository.Root, "docs", "accounts.md");
        var page = File.ReadAllText(path);
        var (from, to) = (page.IndexOf(begin, StringComparison.Ordinal) + begin.Length, page.IndexOf(end, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("GPM_UPDATE_SNAPSHOTS") == "1") File.WriteAllText(path, page[..from] + Table() + page[to..]);
        else page[from..to].ShouldBe(Table());
    }

    [Test]
    public void Nobody_may_change_the_Ist_of_another_authority()
    {
        var subject = new Subject(Field, Authority);
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.ApiClient))
            foreach (var field in new Guid?[] { Field, null })
                RightsTable.May(Caller(new Grant(role, Guid.NewGuid(), field)), Right.EditModels, subject).ShouldBeFalse(role.ToString());
    }

    [Test]
    public void A_role_for_an_authority_in_every_field_is_not_narrowed() =>
        RightsTable.May(Caller(new Grant(Role.Modeller, Authority, null)), Right.EditModels, new Subject(Field, Authority)).ShouldBeTrue();

    [Test]
    public void A_key_may_nothing_that_its_scopes_do_not_say()
    {
        var key = new Caller(Guid.NewGuid(), true, [new Grant(Role.ApiClient, null, null)], new HashSet<Scope>());
        foreach (var rule in RightsTable.Rules.Where(rule => rule.Right != Right.OwnSession)) RightsTable.MayAnywhere(key, rule.Right).ShouldBeFalse(rule.Right.ToString());
    }

    [Test]
    public void A_key_of_an_authority_reads_the_field_and_writes_only_its_own()
    {
        var key = new Caller(Guid.NewGuid(), true, [new Grant(Role.ApiClient, Authority, Field)], Enum.GetValues<Scope>().ToHashSet());
        RightsTable.May(key, Right.ReadContent, new Subject(Field, Guid.NewGuid())).ShouldBeTrue();
        RightsTable.May(key, Right.ReadStaffData, new Subject(Field, Guid.NewGuid())).ShouldBeFalse();
        RightsTable.May(key, Right.EditModels, new Subject(Field, Authority)).ShouldBeTrue();
        RightsTable.May(key, Right.EditModels, new Subject(Field, null)).ShouldBeFalse();
        RightsTable.MayAnywhere(key, Right.ManageAccounts).ShouldBeFalse();
    }

    private static Caller Caller(Grant grant) => new(Guid.NewGuid(), false, [grant], new HashSet<Scope>());

    private static string Table()
    {
        Role[] roles = [Role.Modeller, Role.FieldCoordination, Role.SenateCoordination, Role.AuthorityLead, Role.Administrator, Role.Guest, Role.ApiClient];
        var lines = new List<string> { $"| right | {string.Join(" | ", roles.Select(Word))} | scope |", $"|---|{string.Concat(roles.Select(_ => "---|"))}---|" };
        foreach (var rule in RightsTable.Rules)
            lines.Add($"| {Word(rule.Right)} | {string.Join(" | ", roles.Select(role => rule.Holders.Where(holder => holder.Role == role).Select(holder => Words(holder.Bound)).SingleOrDefault("–")))} | {(rule.Scope is { } scope ? Word(scope) : "–")} |");
        return string.Join('\n', lines) + "\n";
    }

    private static string Word<T>(T value) where T : struct, Enum => $"`{char.ToLowerInvariant(value.ToString()[0])}{value.ToString()[1..]}`";

    private static string Words(Bound bound) => bound switch
    {
        Bound.Everywhere => "everywhere",
        Bound.Field => "field",
        Bound.OfField => "of the field",
        Bound.Authority => "own Ist",
        Bound.Key => "key",
        _ => "unbound key",
    };
}
