import { changeTemplate } from '@/lib/casework/plans/change-template'
import { command } from '@/lib/platform/gate/command'

export const POST = command(changeTemplate)
