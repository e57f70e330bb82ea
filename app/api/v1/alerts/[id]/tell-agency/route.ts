import { tellAgency } from '@/lib/casework/inbound/tell-agency'
import { command } from '@/lib/platform/gate/command'

export const POST = command(tellAgency)
