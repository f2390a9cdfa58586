namespace GpmTool.Reports;

/// <summary>The style of a page. Colours on white or on their own ground have a contrast of 4.5 to 1 at least (WCAG 2.1 AA).</summary>
internal static class HtmlStyle
{
    public const string Css = """
        :root { color-scheme: light; }
        * { box-sizing: border-box; }
        body { margin: 0; background: #ffffff; color: #1d1f24; font: 1rem/1.5 "Helvetica Neue", Arial, "Liberation Sans", sans-serif; overflow-wrap: break-word; hyphens: auto; }
        header, main { max-width: 80rem; margin: 0 auto; padding: 1.25rem; }
        header { padding-bottom: 0; }
        h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .75rem; }
        h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.25rem 0 .75rem; padding-top: .5rem; border-top: 2px solid #1d1f24; }
        h3 { font-size: 1.1rem; line-height: 1.35; margin: 1.75rem 0 .25rem; }
        p { margin: .25rem 0 .75rem; }
        a { color: #0b4f8a; }
        a:focus-visible, summary:focus-visible, .picture:focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px; }
        .kicker { margin: 0; color: #4a4f59; }
        .summary { font-size: 1.2rem; line-height: 1.5; max-width: 62rem; padding: .75rem 1rem; background: #eef4fa; border-left: 5px solid #0b4f8a; }
        .note { color: #4a4f59; }
        nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; margin: .75rem 0 0; list-style: none; }
        table { width: 100%; border-collapse: collapse; margin: .5rem 0 1rem; }
        th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border-bottom: 1px solid #c9ced6; }
        thead th { background: #eceff3; border-bottom: 2px solid #8a8f99; }
        tbody th { font-weight: 600; }
        td.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .figures { max-width: 62rem; }
        .figures thead th:nth-child(n+2):nth-child(-n+4) { text-align: right; }
        .sides { table-layout: fixed; }
        .sides thead th:first-child { width: 16%; }
        .changes { table-layout: fixed; }
        .changes thead th:nth-child(1) { width: 5.5rem; }
        .changes thead th:nth-child(2) { width: 30%; }
        .changes ul { margin: 0; padding: 0; list-style: none; }
        .changes .name { font-weight: 600; margin: 0 0 .15rem; }
        .label { color: #4a4f59; }
        .none { color: #4a4f59; }
        .mark { display: inline-block; min-width: 1.6rem; padding: 0 .45rem; border-radius: .8rem; color: #ffffff; font-weight: 600; text-align: center; white-space: nowrap; }
        .added { background: #00705a; }
        .removed { background: #b3261e; }
        .changed { background: #8a5a00; }
        .moved { background: #005a9c; }
        .better { color: #00604d; font-weight: 600; white-space: nowrap; }
        .worse { color: #a3201a; font-weight: 600; white-space: nowrap; }
        details { margin: .5rem 0 1rem; }
        summary { cursor: pointer; color: #0b4f8a; padding: .25rem 0; }
        .picture { overflow-x: auto; border: 1px solid #c9ced6; margin: .5rem 0 1rem; }
        .picture svg { display: block; width: 100%; height: auto; }
        @media (max-width: 44rem) {
          header, main { padding: .9rem; }
          h1 { font-size: 1.4rem; }
          .summary { font-size: 1.05rem; }
          table, tbody, tr, td, tbody th { display: block; }
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          tr { padding: .5rem 0; border-bottom: 2px solid #c9ced6; }
          th, td { border: 0; padding: .15rem 0; }
          td:empty { display: none; }
          td.n { text-align: left; white-space: normal; }
          td[data-label]::before { content: attr(data-label) ": "; color: #4a4f59; }
          .changes td:nth-child(2)::before { content: none; }
        }
        @media print {
          @page { margin: 14mm; }
          body { font-size: 10pt; }
          nav { display: none; }
          h2, h3 { break-after: avoid; }
          tr { break-inside: avoid; }
          thead { display: table-header-group; }
          .picture { overflow: visible; border: 0; break-inside: avoid; }
          .picture > div { min-width: 0 !important; max-width: none !important; }
          details::details-content { content-visibility: visible; block-size: auto; }
          .mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }

        """;
}
