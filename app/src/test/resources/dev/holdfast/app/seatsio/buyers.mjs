// What buyers and their house do on the day of a sale (seats.io dialect, sections 9 to 22).
import test from 'node:test'
import assert from 'node:assert/strict'
import { HALL, openCompany, refused, seatsio, upload } from './venue.mjs'

const {
  BestAvailableParams, CreateEventParams, ObjectProperties, StatusChangeRequest, TableBookingConfig
} = seatsio
const STALLS = ['stalls']

async function openHouse () {
  const { admin, client } = await openCompany()
  const chart = await upload(admin, 'hall', HALL)
  await client.events.create(chart, new CreateEventParams().withKey('gala').withName('Gala'))
  await client.events.create(chart, new CreateEventParams().withKey('matinee'))
  return { client, chart }
}

const best = number => new BestAvailableParams().withNumber(number).withCategories(STALLS)

const statusOf = async (client, label, event = 'gala') =>
  (await client.events.retrieveObjectInfo(event, label)).status

test('the best seats are held, paid for and told in reports', async () => {
  const { client } = await openHouse()
  const { holdToken } = await client.holdTokens.create(10)

  const held = await client.events.holdBestAvailable(
    'gala', best(3).withTicketTypes(['adult', 'adult', 'child']), holdToken)
  assert.deepEqual(held.objects, ['A-4', 'A-5', 'A-6'])
  assert.equal(held.nextToEachOther, true)
  assert.equal(held.objectDetails['A-6'].status, 'reservedByToken')
  assert.equal(held.objectDetails['A-6'].ticketType, 'child')
  assert.equal(held.objectDetails['A-6'].holdToken, holdToken)

  const tickets = held.objects.map(
    label => new ObjectProperties(label).setTicketType('adult').setExtraData({ of: label }))
  const booked = await client.events.book('gala', tickets, holdToken, 'order-1')
  assert.deepEqual(Object.keys(booked.objects).sort(), held.objects)
  const seat = await client.events.retrieveObjectInfo('gala', 'A-5')
  assert.equal(seat.status, 'booked')
  assert.equal(seat.orderId, 'order-1')
  assert.equal(seat.ticketType, 'adult')
  assert.deepEqual(seat.extraData, { of: 'A-5' })
  assert.equal(seat.holdToken, undefined)
  assert.equal(seat.leftNeighbour, 'A-4')
  assert.equal(seat.rightNeighbour, 'A-6')

  const byOrder = await client.eventReports.byOrderId('gala', 'order-1')
  assert.deepEqual(byOrder['order-1'].map(each => each.label).sort(), held.objects)
  const summary = await client.eventReports.summaryByStatus('gala')
  assert.equal(summary.booked.count, 3)
  assert.equal(summary.free.count, 121)
  const deep = await client.eventReports.deepSummaryByObjectType('gala')
  assert.equal(deep.seat.count, 24)
  assert.equal(deep.generalAdmission.count, 100)
  assert.equal((await client.eventReports.flatList('gala')).length, 25)
  assert.ok((await client.eventReports.flatListCsv('gala')).startsWith('label,'))
})

test('nobody gets what another has', async () => {
  const { client } = await openHouse()
  const mine = (await client.holdTokens.create()).holdToken
  const yours = (await client.holdTokens.create()).holdToken
  await client.events.hold('gala', ['A-1', 'A-2'], mine)
  await refused(400, 'ILLEGAL_STATUS_CHANGE', client.events.hold('gala', ['A-3', 'A-2'], yours))
  await refused(400, 'ILLEGAL_STATUS_CHANGE', client.events.book('gala', 'A-1', yours))
  await refused(400, 'ILLEGAL_STATUS_CHANGE', client.events.hold('gala', 'A-4', 'no-such-token'))
  assert.equal(await statusOf(client, 'A-3'), 'free')
  await client.events.book('gala', 'A-1', mine)
  await refused(400, 'ILLEGAL_STATUS_CHANGE', client.events.book('gala', 'A-1'))
  await refused(400, 'ILLEGAL_STATUS_CHANGE',
    client.events.changeObjectStatus('gala', 'A-1', 'lost', null, null, null, null, null, ['free']))
  await client.holdTokens.expiresInMinutes(mine, 0)
  assert.equal(await statusOf(client, 'A-2'), 'free')
  assert.equal(await statusOf(client, 'A-1'), 'booked')
})

test('one step over two events is done in both or in neither', async () => {
  const { client } = await openHouse()
  const { holdToken } = await client.holdTokens.create()
  await client.events.hold(['gala', 'matinee'], ['B-1', 'B-2'], holdToken)
  assert.equal(await statusOf(client, 'B-2', 'matinee'), 'reservedByToken')
  await client.events.book('matinee', 'B-3')
  await refused(400, 'ILLEGAL_STATUS_CHANGE', client.events.book(['gala', 'matinee'], 'B-3'))
  assert.equal(await statusOf(client, 'B-3'), 'free')
  const results = await client.events.changeObjectStatusInBatch([
    new StatusChangeRequest().withEventKey('gala').withObjects('B-5').withStatus('s1'),
    new StatusChangeRequest().withEventKey('matinee').withObjects(['B-5']).withStatus('s2'),
    new StatusChangeRequest().withEventKey('gala').withObjects('B-5').withStatus('s3')
  ])
  assert.deepEqual(results.map(each => each.objects['B-5'].status), ['s1', 's2', 's3'])
  const changes = await client.events.statusChangesForObject('gala', 'B-5').firstPage()
  assert.deepEqual(changes.items.map(each => each.status), ['s3', 's1'])
})

test('places of an area are counted', async () => {
  const { client } = await openHouse()
  const { holdToken } = await client.holdTokens.create()
  const places = (count, type) => {
    const some = new ObjectProperties('Floor').setQuantity(count)
    return type ? some.setTicketType(type) : some
  }
  await client.events.hold('gala', [places(3, 'adult'), places(2)], holdToken)
  await client.events.book('gala', places(4))
  let floor = await client.events.retrieveObjectInfo('gala', 'Floor')
  assert.deepEqual([floor.numFree, floor.numHeld, floor.numBooked], [91, 5, 4])
  assert.deepEqual(floor.holds, { [holdToken]: { adult: 3, NO_TICKET_TYPE: 2 } })
  await refused(400, 'ILLEGAL_STATUS_CHANGE', client.events.book('gala', places(92)))
  await client.events.book('gala', [places(3, 'adult'), places(2)], holdToken)
  await client.events.release('gala', places(1))
  floor = await client.events.retrieveObjectInfo('gala', 'Floor')
  assert.deepEqual([floor.numFree, floor.numHeld, floor.numBooked], [92, 0, 8])
  assert.deepEqual(floor.holds, {})
})

test('what is sold by whom is for the house to say', async () => {
  const { client, chart } = await openHouse()
  await client.events.create(chart, new CreateEventParams().withKey('club')
    .withTableBookingConfig(TableBookingConfig.allByTable()))
  await client.events.channels.add('club', 'web', 'Web', '#ff0000', 1, ['A-1', 'A-2'])
  await client.events.markAsNotForSale('club', ['B-1'])
  await refused(400, 'ILLEGAL_STATUS_CHANGE', client.events.book('club', 'A-1'))
  await refused(400, 'ILLEGAL_STATUS_CHANGE', client.events.book('club', 'B-1'))
  await client.events.book('club', 'A-1', null, null, null, null, ['web'])
  await client.events.book('club', 'A-2', null, null, null, true)
  assert.equal((await client.events.retrieveObjectInfo('club', 'A-1')).channel, 'web')
  await client.events.book('club', 'T1')
  assert.equal((await client.events.retrieveObjectInfo('club', 'T1')).numSeats, 4)
  const event = await client.events.retrieve('club')
  assert.deepEqual(event.channels.map(each => each.key), ['web'])
  assert.deepEqual(event.forSaleConfig.objects, ['B-1'])
})

test('tickets come back and are sold again', async () => {
  const { client } = await openHouse()
  await client.events.book('gala', ['A-1', 'A-2'], null, 'order-1')
  await client.events.putUpForResale('gala', 'A-1', 'listing-7')
  assert.equal((await client.events.retrieveObjectInfo('gala', 'A-1')).resaleListingId, 'listing-7')
  const { holdToken } = await client.holdTokens.create()
  await client.events.hold('gala', 'A-1', holdToken)
  await client.events.release('gala', 'A-1', holdToken)
  assert.equal(await statusOf(client, 'A-1'), 'resale')
  await client.events.book('gala', 'A-1', null, 'order-2')
  await client.events.release('gala', 'A-2')
  assert.equal(await statusOf(client, 'A-2'), 'free')
  await client.events.updateExtraDatas('gala', { 'A-1': { gate: 4 }, 'B-1': { note: 'pillar' } })
  assert.deepEqual((await client.events.retrieveObjectInfo('gala', 'A-1')).extraData, { gate: 4 })
  assert.equal(await statusOf(client, 'B-1'), 'free')
  const all = (await client.events.statusChanges('gala').firstPage()).items
  assert.deepEqual(all.map(each => each.objectLabel + ' ' + each.status),
    ['A-2 free', 'A-1 booked', 'A-1 resale', 'A-1 reservedByToken', 'A-1 resale',
      'A-2 booked', 'A-1 booked'])
})

test('nothing is refused while there is enough, and no seat is given twice', async () => {
  const { client } = await openHouse()
  const calls = await Promise.allSettled(Array.from({ length: 8 }, async () => {
    const { holdToken } = await client.holdTokens.create()
    return client.events.holdBestAvailable('gala', best(4), holdToken)
  }))
  const served = calls.filter(each => each.status === 'fulfilled').map(each => each.value.objects)
  // Four rows' halves of four side by side, and then what is left of both rows and the table.
  assert.ok(served.length >= 5, String(served.length))
  assert.equal(new Set(served.flat()).size, served.length * 4)
  for (const call of calls.filter(each => each.status === 'rejected')) {
    assert.equal(call.reason.errors[0].code, 'BEST_AVAILABLE_OBJECTS_NOT_FOUND')
  }
})
