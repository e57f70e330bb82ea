import { bambara, bobo, dogon, soninke } from './names/mande'
import { guinean, hausa, ivorian, mossi, nigerian } from './names/neighbours'
import { fulani, moor, songhay, tuareg } from './names/north'
import { listed, type NameTable } from './names/table'

export type People = {
  name: string
  /** Of a hundred homes. */
  often: number
  men: readonly string[]
  women: readonly string[]
  families: readonly string[]
  twins: readonly string[]
  child: NameTable['child']
  fatherAsFamily: number
  /** Cercles and countries people come from, commonest first. */
  from: string
  /** How often somebody of them is written in Arabic letters. */
  arabic: number
}

const people = (name: string, often: number, table: NameTable, from: string, arabic = 0): People => ({
  name,
  often,
  men: listed(table.men),
  women: listed(table.women),
  families: listed(table.families),
  twins: table.twins,
  child: table.child,
  fatherAsFamily: table.fatherAsFamily ?? 0,
  from,
  arabic,
})

/**
 * How often is reasoned, not measured: displacement is from the centre and the north, so that Songhay, Tuareg, Fulani and
 * Dogon homes are far more of a register than of the country; Bambara and Soninke homes host, return and pass; migrants
 * from the neighbours are one home in seven. Ranks within a table go by how common a name is in everyday lists of names.
 */
export const peoples: readonly People[] = [
  people('songhay', 17, songhay, 'ML0703 ML0605 ML0701 ML0702 ML0601 ML0604 ML0603 NER', 0.02),
  people('tuareg', 16, tuareg, 'ML0704 ML0802 ML0605 ML0602 ML0703 ML0603 ML0803 MRT NER', 0.05),
  people('fulani', 16, fulani, 'ML0506 ML0504 ML0505 ML0502 ML0507 ML0508 ML0404 BFA ML0604', 0.02),
  people('bambara', 12, bambara, 'ML0901 ML0406 ML0404 ML0204 ML0305 ML0207 CIV'),
  people('dogon', 11, dogon, 'ML0505 ML0502 ML0501 ML0504 ML0506'),
  people('moor', 7, moor, 'ML0605 ML0602 MRT ML0703 ML0106 ML0702', 0.15),
  people('soninke', 4, soninke, 'ML0107 ML0103 ML0106 ML0207 MRT', 0.01),
  people('bobo', 3, bobo, 'ML0407 ML0406 BFA'),
  people('mossi', 4, mossi, 'BFA ML0505 CIV'),
  people('hausa', 3, hausa, 'NER NGA ML0704', 0.02),
  people('ivorian', 2, ivorian, 'CIV ML0305'),
  people('guinean', 4, guinean, 'GIN ML0103 ML0901'),
  people('nigerian', 1, nigerian, 'NGA NER'),
]
