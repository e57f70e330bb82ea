/**
 * How many characters a long text may still have, said under it while it is written. Counted as the server counts:
 * a line end is one character, outer space is none. Without this script the error says it instead; nothing is ever cut.
 */
for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-most]')) {
  // A page with two forms asks for this script twice.
  if (area.nextElementSibling?.tagName === 'OUTPUT') continue
  const most = Number(area.dataset.most)
  const said = document.createElement('output')
  said.className = 'hint'
  said.htmlFor.add(area.id)
  const show = () => {
    const left = most - area.value.replace(/\r\n?/g, '\n').trim().length
    said.textContent = left > most / 5 ? '' : String(left)
    said.classList.toggle('err', left < 0)
  }
  area.after(said)
  area.addEventListener('input', show)
  show()
}
