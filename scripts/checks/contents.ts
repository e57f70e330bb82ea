import { type Check, codeOnly, isCode, isTest, type Source } from './sources'

/** Lines of code (comments and quoted text aside) that match. */
function findLines(sources: Source[], pattern: RegExp, reason: string) {
  return sources.filter(isCode).flatMap(({ path, text }) => {
    const lines = codeOnly(text).split('\n')
    return lines.flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}: ${reason}`] : []))
  })
}

const isConfig = (path: string) => /(^|\/)[\w-]+\.config\.(ts|js|mjs)$/.test(path)

/** lib/server/serve.ts is a program like those in scripts: what it reads was set by `npm start`. */
const readsEnv = (path: string) =>
  /^(scripts|e2e)\/|^lib\/(platform\/env\/env|server\/serve)\.ts$|^lib\/testing\//.test(path) ||
  isConfig(path)

const environment: Check = {
  name: 'The environment is read in one place',
  run: (sources) =>
    findLines(
      sources.filter(({ path }) => !readsEnv(path) && !/\.test\.tsx?$/.test(path)),
      /process\.env/,
      'ask lib/platform/env',
    ),
}

const clock: Check = {
  name: 'The clock is read in lib/base/time only',
  run: (sources) =>
    findLines(
      sources.filter((source) => !source.path.startsWith('lib/base/time/') && !isTest(source)),
      /new Date\(\s*\)|Date\.now\(/,
      'receive `now`, or ask lib/base/time',
    ),
}

const onApp = (sources: Source[]) => sources.filter(({ path }) => /^(app|lib)\//.test(path))

const serverOnly: Check = {
  name: 'Pages need no script: no client components, actions, suspense or loading pages',
  run: (sources) => [
    ...onApp(sources).flatMap(({ path, text }) =>
      isCode({ path, text }) && /^\s*['"]use (client|server|cache)['"]/m.test(text)
        ? [`${path}: "use …" directive`]
        : [],
    ),
    ...findLines(onApp(sources), /<Suspense\b|\bSuspense\b.*=|\buseActionState\b/, 'pages arrive whole'),
    ...sources.flatMap(({ path }) =>
      /^app\/.*\/?loading\.tsx$/.test(path) ? [`${path}: pages arrive whole`] : [],
    ),
  ],
}

const wrapped =
  /^export const (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) = (command|download|lookingInto|open|pieces|query|uploading)\(/gm
const anyExport = /^export\b[^\n]*/gm

function unwrapped({ path, text }: Source) {
  const allowed = text.match(wrapped)?.length ?? 0
  const all = text.match(anyExport)?.length ?? 0
  return allowed === all && all > 0
    ? []
    : [
        `${path}: export methods only as command(…), download(…), lookingInto(…), open(…), pieces(…), query(…) or uploading(…)`,
      ]
}

const routes: Check = {
  name: 'Every endpoint goes through a wrapper that checks, records and answers',
  run: (sources) => sources.filter(({ path }) => /^app\/.*\/?route\.tsx?$/.test(path)).flatMap(unwrapped),
}

const tables =
  /^lib\/base\/(wording|codes)\/|^drizzle\/seed\/|^lib\/platform\/db\/schema\/|(^|[/-])(tables?|weights)\.ts$|^lib\/testing\/(people|expectations)\//
const mostLines = 250

const sizes: Check = {
  name: `No file of code is longer than ${mostLines} lines`,
  run: (sources) =>
    sources.filter(isCode).flatMap(({ path, text }) => {
      const lines = text.split('\n').length - 1
      return lines > mostLines && !tables.test(path) ? [`${path}: ${lines} lines`] : []
    }),
}

export const contentChecks = [environment, clock, serverOnly, routes, sizes]
