using System.Net;
using System.Text;
using System.Text.Json;
using GpmTool.Persistence;
using MimeKit;

namespace GpmTool.Api.Features.Notifications;

/// <summary>Makes the e-mail of notifications: what happened, the name of the process, the link, and nothing else.</summary>
internal static class MailTexts
{
    /// <summary>One e-mail, with a plain and an HTML part. Its id is that of the first notification, so that a copy is known as one.</summary>
    public static MimeMessage Of(IReadOnlyList<Notification> rows, MailSettings settings, string address, bool isEnglish, DateTime now)
    {
        var lines = rows.Select(row => (Text: Sentence(row, isEnglish), Link: settings.LinkTo(row.Link))).ToList();
        string Say(string german, string english) => isEnglish ? english : german;
        var subject = lines.Count == 1 ? lines[0].Text : Say($"{lines.Count} Mitteilungen", $"{lines.Count} notifications");
        var greeting = Say("Guten Tag,", "Hello,");
        var end = Say("Diese E-Mail kommt von GpmTool. Wie oft Sie welche erhalten, stellen Sie dort ein.", "This e-mail comes from GpmTool. There you choose how often you get one.");

        var plain = new StringBuilder(greeting).Append("\n\n");
        foreach (var (text, link) in lines) plain.Append(text).Append('\n').Append(link).Append("\n\n");
        plain.Append("-- \n").Append(end).Append('\n');
        var html = new StringBuilder($"<!DOCTYPE html><html lang=\"{Say("de", "en")}\"><head><meta charset=\"utf-8\"><title>{E(subject)}</title></head><body><p>{E(greeting)}</p>");
        foreach (var (text, link) in lines) html.Append("<p>").Append(E(text)).Append("<br><a href=\"").Append(E(link)).Append("\">").Append(E(link)).Append("</a></p>");
        html.Append("<p>").Append(E(end)).Append("</p></body></html>");

        var message = new MimeMessage { Subject = $"GpmTool: {subject}", Date = now, MessageId = $"{rows[0].Id:N}@{new Uri(settings.BaseAddress).Host}", Body = new BodyBuilder { TextBody = plain.ToString(), HtmlBody = html.ToString() }.ToMessageBody() };
        message.From.Add(MailboxAddress.Parse(settings.From));
        message.To.Add(MailboxAddress.Parse(address));
        message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office answers
        return message;
    }

    private static string Sentence(Notification row, bool isEnglish)
    {
        var text = NoticeTexts.Of(row.Kind, JsonSerializer.Deserialize<NoticeArguments>(row.ArgumentsJson)!, row.DueAt);
        return isEnglish ? text.English : text.German;
    }

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
