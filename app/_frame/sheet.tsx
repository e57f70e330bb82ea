import { manifest } from '@/lib/platform/http/assets'

/**
 * Links a small sheet of `app/_ui/sheets` for the pages that need it: a week, a paper. It stands in the body, after
 * everybody's sheet, so that the order of layers is known when it is read.
 */
export function Sheet({ name }: { name: string }) {
  const path = manifest().sheets[name]
  return path && <link rel="stylesheet" href={path} />
}
