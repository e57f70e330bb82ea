const shown = (circle: string[]) => [...circle, circle[0]].join(' → ')

/** Depth first; what is met again while it is still open closes a circle. Each as `a → b → a`. */
export function circles(graph: Map<string, Iterable<string>>): string[] {
  const found: string[] = []
  const done = new Set<string>()
  function visit(node: string, open: string[]) {
    const at = open.indexOf(node)
    if (at >= 0) return void found.push(shown(open.slice(at)))
    if (done.has(node)) return
    for (const next of graph.get(node) ?? []) visit(next, [...open, node])
    done.add(node)
  }
  for (const node of graph.keys()) visit(node, [])
  return found
}
