/** Gives a document to the reader as a BPMN file. */
export function download(xml: string, name: string): void {
  const address = URL.createObjectURL(new Blob([xml], { type: 'application/bpmn+xml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name.replace(/[^\p{L}\p{N} _-]+/gu, '_').slice(0, 100)}.bpmn`;
  link.click();
  // The browser reads the address after this turn.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
