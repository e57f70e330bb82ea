/** One table of measurements, printed and kept as JSON by `npm run bench`. */
export type BenchTable = {
  title: string
  columns: string[]
  rows: (string | number)[][]
  notes: string[]
}
