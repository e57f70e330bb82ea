import { findBrowser } from './find'

/** Prints the path of a browser that runs here, and nothing else. */
export async function main() {
  console.log((await findBrowser()).path)
  return 0
}
