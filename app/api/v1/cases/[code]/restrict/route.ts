import { restrictCase } from '@/lib/cases/restrict-case'
import { command } from '@/lib/write/command'

export const POST = command(restrictCase)
