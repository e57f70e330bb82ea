/** Sets that grow together: names joined once stay in one group. */
export class Union {
  readonly #up = new Map<string, string>()

  join(names: readonly string[]): void {
    const [first] = names
    if (first === undefined) return
    const root = this.#root(first)
    for (const name of names) this.#up.set(this.#root(name), root)
  }

  groups(): Set<string>[] {
    const groups = new Map<string, Set<string>>()
    for (const name of this.#up.keys()) {
      const root = this.#root(name)
      const group = groups.get(root) ?? new Set<string>()
      groups.set(root, group.add(name))
    }
    return [...groups.values()]
  }

  #root(name: string): string {
    let at = name
    for (let up = this.#up.get(at); up !== undefined && up !== at; up = this.#up.get(at)) at = up
    if (!this.#up.has(at)) this.#up.set(at, at)
    return at
  }
}
