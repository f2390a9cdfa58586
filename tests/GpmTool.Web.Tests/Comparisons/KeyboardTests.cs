using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GpmTool.Web.Tests.Comparisons;

/// <summary>The comparison without a mouse.</summary>
public sealed partial class KeyboardTests : ComparisonTest
{
    [Test]
    public async Task Single_keys_go_through_the_differences()
    {
        await OpenSampleAsync();
        await Page.Keyboard.PressAsync("j");
        await Expect(Live).ToHaveTextAsync(Position(1));
        await Expect(Selected).ToHaveAttributeAsync("aria-expanded", "true");
        await Page.Keyboard.PressAsync("n");
        await Expect(Live).ToHaveTextAsync(Position(2));
        foreach (var key in "jjj") await Page.Keyboard.PressAsync(key.ToString());
        await Expect(Live).ToHaveTextAsync(Position(5));
        await Page.Keyboard.PressAsync("p");
        await Page.Keyboard.PressAsync("k");
        await Expect(Live).ToHaveTextAsync(Position(3));
        await Expect(Selected).ToBeInViewportAsync();
        await Page.Keyboard.PressAsync("x");
        await Expect(Page.Locator(".gpm-difference--selected .gpm-difference__check")).ToBeCheckedAsync();
        await Page.Keyboard.PressAsync("v");
        await Page.Keyboard.PressAsync("v");
        await Expect(Page.GetByRole(AriaRole.Radio, new() { Name = "Übereinander" })).ToBeCheckedAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Selected).ToHaveCountAsync(0);
        await Expect(Live).ToHaveTextAsync("Kein Unterschied gewählt");
    }

    [Test]
    public async Task Letters_that_are_typed_into_a_field_are_no_keys()
    {
        await OpenSampleAsync();
        await Page.GetByLabel("Suchen").PressSequentiallyAsync("jx");
        await Expect(Selected).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Single_keys_can_be_switched_off()
    {
        await OpenSampleAsync();
        await Page.GetByText("Hilfe zu dieser Seite").ClickAsync();
        await SwitchAsync("Tasten aus einem Buchstaben oder einer Ziffer benutzen");
        await Page.Keyboard.PressAsync("j");
        await Expect(Selected).ToHaveCountAsync(0);
        await Page.ReloadAsync();
        await ReadyAsync();
        await Page.Keyboard.PressAsync("j");
        await Expect(Selected).ToHaveCountAsync(0);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Nächster" }).PressAsync("Enter");
        await Expect(Selected).ToHaveCountAsync(1);
    }

    [Test]
    public async Task The_list_is_walked_with_the_tab_key_and_the_focus_goes_along()
    {
        await OpenSampleAsync();
        await Page.Locator(".gpm-difference__button").First.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Selected).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("j");
        await Expect(Page.Locator(".gpm-difference__button").Nth(1)).ToBeFocusedAsync();
        for (var i = 0; i < 6; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            (await Page.EvaluateAsync<bool>("() => { const box = document.activeElement.getBoundingClientRect(); const found = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2); return document.activeElement === found || document.activeElement.contains(found) || found.contains(document.activeElement); }"))
                .ShouldBeTrue($"the focus lies under something after {i + 1} tabs");
        }
    }

    [Test]
    public async Task At_twice_the_size_everything_can_be_reached()
    {
        await OpenPageAsync(720);
        await Page.SetViewportSizeAsync(720, 450);
        await OpenSampleAsync();
        await Page.Keyboard.PressAsync("j");
        await Expect(Selected).ToBeInViewportAsync();
        await ShouldNotScrollSidewaysAsync();
        await ShouldBeAccessibleAsync();
    }

    private static Regex Position(int position) => new($@"^Unterschied {position} von \d+: \w");
}
