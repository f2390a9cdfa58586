using Microsoft.EntityFrameworkCore;

namespace GpmTool.Persistence.Tests.Rows;

/// <summary>What is stored comes back the same.</summary>
public sealed class ValueTests(Provider provider) : DatabaseTests(provider)
{
    [Test]
    public async Task A_time_comes_back_as_UTC_to_the_tick()
    {
        var field = Given.Field();
        var archived = new DateTime(2026, 11, 25, 23, 59, 59, DateTimeKind.Utc).AddTicks(1234567);
        field.ArchivedAt = archived;
        await StoreAsync(field);

        var read = (await ReadAsync(context => context.PolicyFields.SingleAsync())).ArchivedAt.ShouldNotBeNull();
        read.ShouldBe(archived);
        read.Kind.ShouldBe(DateTimeKind.Utc);
        (await ReadAsync(context => context.PolicyFields.CountAsync(row => row.ArchivedAt >= archived))).ShouldBe(1);
        (await ReadAsync(context => context.AuditEntries.SingleAsync())).At.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Test]
    public async Task A_local_time_is_stored_as_UTC()
    {
        var moment = new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc);
        var zone = Environment.GetEnvironmentVariable("TZ");
        try
        {
            // Machines that run tests are often in UTC, where the two times are the same.
            Environment.SetEnvironmentVariable("TZ", "Europe/Berlin");
            TimeZoneInfo.ClearCachedData();
            var field = Given.Field();
            field.ArchivedAt = moment.ToLocalTime();
            await StoreAsync(field);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
        }

        (await ReadAsync(context => context.PolicyFields.SingleAsync())).ArchivedAt.ShouldBe(moment);
    }

    [Test]
    public async Task The_bytes_of_a_draft_come_back()
    {
        var (rows, model) = Given.Model();
        var draft = Given.Draft(model);
        draft.Content = [.. Enumerable.Range(0, 100_000).Select(number => (byte)(number * 31))];
        draft.Encoding = ContentEncoding.Brotli;
        await StoreAsync([.. rows, draft]);

        var read = await ReadAsync(context => context.ModelVersions.SingleAsync());
        read.Content.ShouldBe(draft.Content);
        read.Encoding.ShouldBe(ContentEncoding.Brotli);
        read.ContentHash.ShouldBe(draft.ContentHash);
    }

    [Test]
    public async Task Content_is_found_by_its_hash()
    {
        await StoreAsync(Given.Content(1), Given.Content(2));
        var hash = Given.Content(2).Hash;
        (await ReadAsync(context => context.StoredContents.SingleAsync(content => content.Hash == hash))).Bytes.ShouldBe([2]);
    }

    [Test]
    public async Task German_letters_and_signs_beyond_the_first_plane_come_back()
    {
        var field = Given.Field();
        field.Name = "Grünflächen · Straßen – „Bäume“ 🌳";
        await StoreAsync(field);
        (await ReadAsync(context => context.PolicyFields.SingleAsync())).Name.ShouldBe(field.Name);
    }

    [Test]
    public async Task A_state_is_stored_by_its_name()
    {
        var (rows, model) = Given.Model();
        model.State = ModelState.CoSignature;
        await StoreAsync(rows);
        (await ReadAsync(context => context.Database.SqlQuery<string>($"SELECT State AS Value FROM Models").SingleAsync())).ShouldBe("CoSignature");
    }
}
