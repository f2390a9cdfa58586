using GpmTool.Api.Infrastructure.Http;
using GpmTool.Api.Infrastructure.Problems;
using GpmTool.Api.Infrastructure.Rights;

namespace GpmTool.Api.Features.Notifications;

/// <summary>What people are told, in the inbox and by e-mail.</summary>
internal static class NotificationEndpoints
{
    /// <summary>Registers the service that tells, and the jobs.</summary>
    public static void AddNotifications(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(MailSettings.Read(builder.Configuration));
        services.AddSingleton(ReminderSettings.From(builder.Configuration));
        services.AddSingleton<Notices>();
        services.AddSingleton<DeadlineScanner>();
        services.AddSingleton<MailSender>();
        services.AddHostedService<NotificationWorker>();
    }

    /// <summary>Maps the routes.</summary>
    public static void MapNotifications(this IEndpointRouteBuilder routes)
    {
        var me = routes.MapFeature("me", "Notifications");
        me.MapGet("notifications", InboxOperations.ListAsync).WithName("ListNotifications").Needs(Right.OwnSession);
        me.MapPost("notifications/read", InboxOperations.ReadAllAsync).WithName("ReadAllNotifications").Needs(Right.OwnSession);
        me.MapPost("notifications/{id:guid}/read", InboxOperations.ReadAsync).WithName("ReadNotification").Needs(Right.OwnSession).Fails(StatusCodes.Status404NotFound);
        me.MapGet("notification-settings", SettingsOperations.GetAsync).WithName("GetNotificationSettings").Needs(Right.OwnSession);
        me.MapPut("notification-settings", SettingsOperations.ChangeAsync).WithName("ChangeNotificationSettings").Needs(Right.OwnSession).Fails(StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired);
        routes.MapFeature("notifications", "Notifications").MapGet("mail-problems", InboxOperations.ProblemsAsync).WithName("ListMailProblems").Needs(Right.ManageAccounts);
    }
}
