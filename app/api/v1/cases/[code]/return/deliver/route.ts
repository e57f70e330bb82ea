import { recordDelivery } from '@/lib/casework/reintegration/record-delivery'
import { command } from '@/lib/platform/gate/command'

export const POST = command(recordDelivery)
