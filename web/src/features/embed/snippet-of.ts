interface Snippet {
  readonly address: string;
  /** What the frame is called for whoever hears the page. */
  readonly title: string;
}

/** HTML that shows the card of a journey inside a page. */
export function snippetOf({ address, title }: Snippet): string {
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="420" height="260" style="border:1px solid #b9c4c6;border-radius:8px;max-width:100%" loading="lazy" referrerpolicy="no-referrer"></iframe>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
