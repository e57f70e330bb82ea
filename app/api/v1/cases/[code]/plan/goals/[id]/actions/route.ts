import { addAction } from '@/lib/casework/plans/add-action'
import { command } from '@/lib/platform/gate/command'

export const POST = command(addAction)
