using System.Globalization;
using GpmTool.Model;

namespace GpmTool.Reports;

/// <summary>The English words and sentences.</summary>
internal sealed class EnglishTexts : ReportTexts
{
    public override string Code => "en";
    public override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-GB");
    public override string Open => "“";
    public override string Close => "”";
    public override string PercentSign => "%";
    public override string Seconds => "s";
    public override string Minutes => "min";
    public override string Hours => "h";
    public override string Day => "day";
    public override string Days => "days";
    public override string NoName => "Model without a name";

    public override string Word(Noun noun) => noun switch
    {
        Noun.Step => "step",
        Noun.SubProcess => "sub-process",
        Noun.Call => "call of the process",
        Noun.Start => "trigger",
        Noun.End => "end",
        Noun.Boundary => "interruption",
        Noun.Event => "event",
        Noun.Decision => "decision",
        Noun.AllWays => "split into ways taken at once",
        Noun.SomeWays => "split into one or more ways",
        Noun.FirstEvent => "wait for the first event",
        Noun.Join => "join",
        Noun.Way => "way",
        Noun.Branch => "branch",
        Noun.WayBack => "way back",
        Noun.Message => "message",
        Noun.Data => "data object",
        Noun.DataLine => "assignment of data",
        Noun.Note => "note",
        Noun.Group => "group",
        Noun.Line => "connecting line",
        Noun.Pool => "participant",
        Noun.Lane => "area of responsibility",
        Noun.Process => "process",
        Noun.Model => "model",
        Noun.Collaboration => "collaboration",
        Noun.Declaration => "message or signal in the model's register",
        _ => "element",
    };

    public override string Behind(string name) => $"behind {name}";
    public override string AheadOf(string name) => $"ahead of {name}";
    public override string Unnamed => "without a label";

    public override string Added(string what) => $"New: {what}";
    public override string Removed(string what) => $"Dropped: {what}";
    public override string Changed(string what) => $"Changed: {what}";
    public override string Renamed(string what, string name) => $"Renamed: {what} is now called {name}";
    public override string Became(string what, string becomes) => $"Changed: {what} becomes {becomes}";
    public override string Feature(string what, string label, string before, string after) => $"Changed: {what}, {label}: {before} → {after}";
    public override string Touched(string what, string label) => $"Changed: {what}, {label}";
    public override string Moved(string what, string before, string after) => $"Moved: {what} now stands {after}, before {before}";
    public override string Place(string? behind, string? aheadOf) => (behind, aheadOf) switch
    {
        (null, null) => "alone",
        (null, _) => $"ahead of {aheadOf}",
        (_, null) => $"behind {behind}",
        _ => $"between {behind} and {aheadOf}",
    };

    public override string Swapped(string names) => $"Swapped: {names}";
    public override string Replaced(string gone, string come) => $"Replaced: {gone} by {come}";
    public override string Merged(string gone, string come) => $"Merged: {gone} into {come}";
    public override string Split(string gone, string come) => $"Split: {gone} into {come}";
    public override string Parallelised(string names) => $"Now side by side instead of one after the other: {names}";
    public override string Serialised(string names) => $"Now one after the other instead of side by side: {names}";
    public override string WithJoin(string what) => $"{what} with its join";
    public override string Extracted(string what, string names) => $"Put into {what}: {names}";
    public override string Inlined(string what, string names) => $"Dissolved: {what}, its steps stay: {names}";
    public override string FromTo(Noun noun, string from, string to, string? label) => $"{Word(noun)}{(label is null ? "" : $" {label}")} from {from} to {to}";
    public override string Led(string way, string from, string to) => $"Changed: {way} now leads from {from} to {to}";

    public override string Feature(string code) => code switch
    {
        "name" => "Label",
        "kind" => "Kind",
        "event" => "Trigger",
        "role" => "Done by",
        "organisationUnit" => "Organisation unit",
        "processingTime" => "Processing time",
        "waitingTime" => "Waiting time",
        "transportTime" => "Transport time",
        "cost" => "Cost",
        "systems" => "IT systems",
        "documents" => "Documents",
        "medium" => "Medium",
        "legalBases" => "Legal bases",
        "rag" => "Reference activity group (FIM)",
        "automation" => "Automation",
        "responsibilities" => "Responsibilities",
        "description" => "Description",
        "documentation" => "Explanation",
        "risks" => "Risks",
        "calledProcess" => "Called process",
        "condition" => "Condition",
        "probability" => "Share of cases",
        "default" => "Way if no condition holds",
        "loop" => "Repetition",
        "ways" => "Ways",
        "place" => "Place in the flow",
        "steps" => "Steps",
        "text" => "Text",
        "casesPerYear" => "Cases a year",
        "arrivals" => "Time between two cases",
        "staffing" => "Staff (full-time positions)",
        "isExecutable" => "Meant to be executed by software",
        "extension" => "Data of another tool",
        "position" => "Place in the drawing",
        "spacing" => "Spaces of the label",
        "starts" => "Triggers",
        "ends" => "Results",
        "about" => "What it is about",
        "roles" => "Who works on it",
        "partners" => "Other participants",
        "waits" => "Where a case lies longest",
        "efforts" => "Where most of the work is",
        "paper" => "Documents on paper",
        "automatic" => "What software does alone",
        "decisions" => "What is decided",
        "recordedRisks" => "Recorded risks",
        _ => "Technical detail",
    };

    public override string Kind(NodeKind kind) => kind switch
    {
        NodeKind.UserTask => "work on screen",
        NodeKind.ManualTask => "work without software",
        NodeKind.ServiceTask => "software alone",
        NodeKind.BusinessRuleTask => "set of rules",
        NodeKind.ScriptTask => "script",
        NodeKind.SendTask => "send a message",
        NodeKind.ReceiveTask => "wait for a message",
        NodeKind.CallActivity => "call of another process",
        NodeKind.SubProcess => "sub-process",
        NodeKind.Transaction => "transaction",
        NodeKind.AdHocSubProcess => "sub-process without fixed order",
        NodeKind.ExclusiveGateway => "one way of several",
        NodeKind.ParallelGateway => "all ways at once",
        NodeKind.InclusiveGateway => "one or more ways",
        NodeKind.EventBasedGateway => "the first event decides",
        NodeKind.ComplexGateway => "a rule of its own",
        NodeKind.StartEvent => "trigger",
        NodeKind.EndEvent => "end",
        NodeKind.BoundaryEvent => "interruption",
        NodeKind.IntermediateCatchEvent => "event that is waited for",
        NodeKind.IntermediateThrowEvent => "event that is raised",
        _ => "task without details",
    };

    public override string Medium(Medium medium) => medium switch
    {
        Model.Medium.Paper => "paper",
        Model.Medium.Digital => "digital",
        Model.Medium.Verbal => "spoken",
        _ => "medium not recorded",
    };

    public override string Automation(Automation automation) => automation switch
    {
        Model.Automation.Automatic => "automatic",
        Model.Automation.Supported => "supported by software",
        _ => "by hand",
    };

    public override string Raci(RaciKind kind) => kind switch
    {
        RaciKind.Responsible => "does it",
        RaciKind.Accountable => "answers for it",
        RaciKind.Consulted => "is asked",
        _ => "is told",
    };

    public override string Loop(LoopKind kind) => kind switch
    {
        LoopKind.Standard => "repeats while a condition holds",
        LoopKind.MultiInstanceSequential => "once an item, one after the other",
        _ => "once an item, at the same time",
    };

    public override string Event(EventKind kind) => kind switch
    {
        EventKind.Message => "message",
        EventKind.Timer => "time",
        EventKind.Signal => "signal",
        EventKind.Error => "error",
        EventKind.Escalation => "escalation",
        EventKind.Conditional => "condition",
        EventKind.Link => "jump",
        EventKind.Compensation => "compensation",
        EventKind.Cancel => "cancellation",
        _ => "ends everything",
    };

    public override string Document(DocumentUse document) =>
        $"{(document.Direction == DataDirection.Input ? "needs" : "gives")} {OneLine(document.Name)} ({Medium(document.Medium)})";

    public override string Staff(string role, string positions) => $"{role} {positions}";
    public override string At(string value, string step) => $"{value} at {step}";
    public override string YesNo(bool value) => value ? "yes" : "no";

    public override string Equal => "The two models are equal.";
    public override string OnlyTechnical(int count) => $"Flow, responsibilities and data of the steps are equal; {(count == 1 ? "one technical detail changes" : $"{count} technical details change")}.";

    public override string StepsSummary(int before, int gone, int come, int kept)
    {
        var parts = new List<string>();
        if (gone > 0) parts.Add($"{gone} of {before} {(before == 1 ? "step" : "steps")} {(gone == 1 ? "is" : "are")} dropped");
        if (come > 0) parts.Add($"{come} {(come == 1 ? "step is" : "steps are")} new");
        if (kept > 0 && parts.Count > 0) parts.Add($"{kept} {(kept == 1 ? "is" : "are")} found again");
        if (parts.Count == 0) parts.Add(before == 1 ? "The one step is found again" : $"All {before} steps are found again");
        return string.Join(", ", parts);
    }

    public override string TimeChange(string code, int percent, bool isLess, string now) =>
        $"the {(code == "cycleTime" ? "cycle time" : "processing time")} of a case {(isLess ? "falls" : "rises")} by {percent}{PercentSign} to {now}";

    public override string CasesApart(string before, string after) => $"a case may not be the same thing ({before} against {after} cases a year)";
    public override string YearlyTimeChange(bool isLess, string before, string after) => $"the processing time of a year {(isLess ? "falls" : "rises")} from {before} to {after} hours";
    public override string HoursOf(long hours) => $"{Number(hours)} h";
    public override string MediaBreaks(int change) => Change(change, "media break", "media breaks");
    public override string Handovers(int change) => Change(change, "handover", "handovers");
    public override string AutomaticSteps(int now, int steps, int before, int stepsBefore) => $"{now} of {steps} steps {(now == 1 ? "runs" : "run")} automatically (before: {before} of {stepsBefore})";

    public override string Stretch(string? first, string? last) => first is null ? "Without a label" : last is null || last == first ? first : $"{first} to {last}";
    public override string SubProcessHeading(string name) => $"Sub-process {name}";
    public override string OtherProcess(string name) => $"At {name}";
    public override string FrameHeading => "Participants and frame";
    public override string Intro(int before, int after, string roles) => $"Before: {Steps(before)}, after: {Steps(after)}.{(roles.Length == 0 ? "" : $" Done by, after: {roles}.")}";
    public override string FrameIntro => "What concerns the process as a whole.";

    public override string Title(string before, string after) => $"{before} → {after}";

    public override string Heading(string part) => part switch
    {
        "report" => "Comparison of two process models",
        "overview" => "At a glance",
        "figures" => "Key figures per case",
        "pictures" => "Both models as pictures",
        "changes" => "What changes",
        "presumed" => "Probably the same, please confirm",
        "technical" => "Technical details",
        "before" => "Before",
        "after" => "After",
        "change" => "Change",
        "verdict" => "Verdict",
        "figure" => "Key figure",
        "feature" => "Feature",
        "number" => "No.",
        "what" => "What happens",
        "section" => "Section",
        "sentence" => "Sentence",
        "importance" => "Weight",
        "key" => "Key",
        "beforeIds" => "Elements before",
        "afterIds" => "Elements after",
        "contents" => "Contents",
        _ => part,
    };

    public override string Tone(ReportTone tone) => tone switch
    {
        ReportTone.Added => "new",
        ReportTone.Removed => "dropped",
        ReportTone.Moved => "moved",
        _ => "changed",
    };

    public override string Verdict(Verdict verdict) => verdict switch
    {
        Reports.Verdict.Better => "better",
        Reports.Verdict.Worse => "worse",
        _ => "",
    };

    public override string Weight(Importance importance) => importance switch { Importance.Main => "main", Importance.Minor => "minor", _ => "technical" };

    public override string Figure(string code) => code switch
    {
        "steps" => "Steps",
        "roles" => "Roles",
        "handovers" => "Handovers",
        "mediaBreaks" => "Media breaks",
        "systems" => "IT systems",
        "documents" => "Documents",
        "loops" => "Ways back",
        "decisions" => "Decisions",
        "automationShare" => "Share of automatic steps",
        "expectedProcessingTime" => "Processing time",
        "expectedCycleTime" => "Cycle time",
        "yearlyProcessingTime" => "Processing time of a year",
        _ => "Cost",
    };

    public override string PictureOf(string title, bool isBefore) => $"{(isBefore ? "Before" : "After")}: {title}";
    public override string PictureNote => "The number at an element is that of the entry under “What changes”; the sign before it says what happens: + new, − dropped, ~ changed, → moved.";
    public override string PresumedNote => "The models were drawn independently. These pairs probably do the same; where one does not, it is a dropped and a new step.";
    public override string Minor(int count) => count == 1 ? "1 minor change" : $"{count} minor changes";
    public override string TechnicalNote(int count) => count == 1 ? "1 detail that only matters for the upkeep of the files" : $"{count} details that only matter for the upkeep of the files";
    public override string Unchanged(int count) => count == 1 ? "1 section stays as it is" : $"{count} sections stay as they are";
    public override string Nothing => "nothing";
    public override string Alike(string percent) => $"Agreement of the models: {percent}";
    public override string Count(int entries) => entries == 1 ? "1 change" : $"{entries} changes";
    public override string FiguresNote => "Times and costs are expected values from the models' data. A day has 24 hours; what runs side by side is added up. “better” and “worse” stand only where nobody disputes it.";
    public override string PictureText(int steps, int decisions, int events, int marks) => $"BPMN diagram with {steps} activities, {decisions} gateways and {events} events; {marks} marks. All changes are in the text, too.";

    private static string Steps(int count) => count == 1 ? "1 step" : $"{count} steps";

    private static string Change(int change, string one, string many) => Math.Abs(change) == 1
        ? $"1 {one} {(change < 0 ? "goes away" : "is added")}"
        : $"{Math.Abs(change)} {many} {(change < 0 ? "go away" : "are added")}";
}
