import { writeSituation } from '@/lib/people/write-situation'
import { command } from '@/lib/write/command'

export const POST = command(writeSituation)
