import { keepAppointment } from '@/lib/casework/appointments/end-appointment'
import { command } from '@/lib/platform/gate/command'

export const POST = command(keepAppointment)
