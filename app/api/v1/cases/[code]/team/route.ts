import { addColleague } from '@/lib/cases/add-colleague'
import { command } from '@/lib/write/command'

export const POST = command(addColleague)
