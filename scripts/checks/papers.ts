import { posix } from 'node:path'
import type { Check, Source } from './sources'

const isPage = ({ path }: Source) => path.endsWith('.md')

/** Paths of files, and of every folder above them. */
function everything(sources: Source[]) {
  const known = new Set<string>()
  for (const { path } of sources) {
    for (let at = path; at !== '.' && at !== ''; at = posix.dirname(at)) known.add(at)
  }
  return known
}

const links = /\]\((?!https?:|mailto:|#)([^)\s]+)\)/g
const quotedPaths = /`((?:app|docs|drizzle|e2e|lib|scripts)\/[\w@./()[\]-]+)`/g

function targets({ path, text }: Source) {
  const linked = [...text.matchAll(links)].map((m) =>
    posix.join(posix.dirname(path), (m[1] ?? '').split('#')[0] ?? ''),
  )
  const quoted = [...text.matchAll(quotedPaths)].map((m) => (m[1] ?? '').replace(/\/$/, ''))
  // How-to pages quote files that the reader is about to make.
  return path.startsWith('docs/how-to/') ? linked : [...linked, ...quoted]
}

/** Pictures are not read as text, so only links to pages and code can be missed. */
const isPicture = (path: string) => /\.(png|jpe?g|svg|webp)$/.test(path)

const linksExist: Check = {
  name: 'Links and paths in the documentation lead somewhere',
  run(sources) {
    const known = everything(sources)
    return sources.filter(isPage).flatMap((page) =>
      targets(page)
        .filter(
          (target) => target !== '' && !isPicture(target) && !known.has(target) && !known.has(`${target}.ts`),
        )
        .map((target) => `${page.path}: ${target} does not exist`),
    )
  },
}

/** A line of the map that lists what is in a folder: its path, perhaps with the kind of thing, and the names at the end. */
const mapped = /^\| `(lib\/[a-z]+)\/(?:<[a-z]+>\/)?` \|.*`([a-z][a-z -]*)`[^`]*\|$/gm

const map: Check = {
  name: 'The map names every room, and no other',
  run(sources) {
    const rooms = (folder: string) =>
      new Set(
        sources.flatMap(({ path }) => {
          const [room, file] = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split('/') : []
          return room && file ? [room] : []
        }),
      )
    const text = sources.find(({ path }) => path === 'README.md')?.text ?? ''
    return [...text.matchAll(mapped)].flatMap(([, folder = '', names = '']) => {
      const [there, said] = [rooms(folder), new Set(names.split(' '))]
      return [
        ...[...there]
          .filter((room) => !said.has(room))
          .map((room) => `README.md: ${folder}/${room} is missing`),
        ...[...said]
          .filter((room) => !there.has(room))
          .map((room) => `README.md: ${folder}/${room} does not exist`),
      ]
    })
  },
}

const decisions: Check = {
  name: 'Every decision has a number of its own',
  run(sources) {
    const paths = sources.map(({ path }) => path).filter((path) => path.startsWith('docs/decisions/'))
    const numberOf = (path: string) => /^docs\/decisions\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1]
    const numbers = paths.map(numberOf)
    return paths.flatMap((path, i) => {
      if (path.endsWith('README.md')) return []
      const number = numbers[i]
      if (!number) return [`${path}: name it NNNN-what-was-decided.md`]
      return numbers.indexOf(number) === i ? [] : [`${path}: number ${number} is taken`]
    })
  },
}

const lockfile: Check = {
  name: 'The lockfile holds no address and keeps it so',
  run(sources) {
    const textOf = (name: string) => sources.find(({ path }) => path === name)?.text ?? ''
    return [
      ...(textOf('package-lock.json').includes('"resolved"')
        ? ['package-lock.json: holds "resolved" addresses']
        : []),
      ...(textOf('.npmrc').includes('omit-lockfile-registry-resolved=true')
        ? []
        : ['.npmrc: the setting is missing']),
    ]
  },
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Folders that only this machine has; a single name such as /app would also be a route. */
export function machinePaths(places: string[]): Check {
  const long = places.filter((place) => place.split('/').filter(Boolean).length > 1)
  const pattern = new RegExp(
    `(?<![\\w.)\\]}-])(${[...long.map(escaped), '/(?:home|Users)/[a-z][\\w-]*/'].join('|')})`,
  )
  return {
    name: 'No file names a folder of one machine',
    run: (sources) =>
      sources.flatMap(({ path, text }) => {
        const found = path === 'package-lock.json' ? null : pattern.exec(text)
        return found ? [`${path}: ${found[1]}`] : []
      }),
  }
}

export const paperChecks = [linksExist, map, decisions, lockfile]
