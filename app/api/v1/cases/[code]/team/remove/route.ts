import { removeColleague } from '@/lib/casework/cases/remove-colleague'
import { command } from '@/lib/platform/gate/command'

export const POST = command(removeColleague)
