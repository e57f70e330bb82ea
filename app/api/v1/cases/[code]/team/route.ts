import { addColleague } from '@/lib/casework/cases/add-colleague'
import { command } from '@/lib/platform/gate/command'

export const POST = command(addColleague)
