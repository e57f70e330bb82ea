import type { CaseFile, Demo, Referral } from './records'

/** Every item of every file, with the file it belongs to. */
export const each = <T>(demo: Demo, read: (file: CaseFile) => T[]): [CaseFile, T][] =>
  demo.files.flatMap((file) => read(file).map((item): [CaseFile, T] => [file, item]))

/** Lists what breaks a rule: far quicker than one assertion for each of many thousand records. */
export const breaking = <T>(items: T[], holds: (item: T) => unknown): T[] =>
  items.filter((item) => !holds(item))

/** When a referral left; `undefined` while it is with us. */
export const sentAt = ({ events }: Referral): string | undefined =>
  events.find(({ verb }) => verb.startsWith('send'))?.at
