import { agreePlan } from '@/lib/casework/plans/agree'
import { command } from '@/lib/platform/gate/command'

export const POST = command(agreePlan)
