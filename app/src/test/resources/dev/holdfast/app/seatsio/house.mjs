// What the house does before and after a sale: charts, events, what they sell, and reports of all
// of it (seats.io dialect, sections 9, 12 to 14, 22 and 23).
import test from 'node:test'
import assert from 'node:assert/strict'
import { HALL, openCompany, refused, seatsio, upload } from './venue.mjs'

const { CreateEventParams, LocalDate, TableBookingConfig, UpdateEventParams } = seatsio

async function openHall () {
  const { admin, client } = await openCompany()
  return { client, chart: await upload(admin, 'hall', HALL) }
}

test('a chart has categories, tags and drafts', async () => {
  const { client, chart } = await openHall()
  assert.equal((await client.charts.retrieve(chart)).name, 'Hall')
  await client.charts.addCategory(chart, { key: 'box', label: 'Boxes', color: '#00ff00', accessible: true })
  const categories = await client.charts.listCategories(chart)
  assert.deepEqual(categories.map(each => each.key), [1, 'std', 'box'])
  await client.charts.removeCategory(chart, 'box')
  await client.charts.addTag(chart, 'summer')
  assert.deepEqual(await client.charts.listAllTags(), ['summer'])
  await client.events.create(chart)
  await client.charts.update(chart, 'Great hall')
  assert.equal((await client.charts.retrieve(chart)).status, 'PUBLISHED_WITH_DRAFT')
  assert.equal((await client.charts.retrieveDraftVersion(chart)).name, 'Great hall')
  await client.charts.publishDraftVersion(chart)
  assert.equal((await client.charts.retrieve(chart)).name, 'Great hall')
  const drawing = await client.charts.retrievePublishedVersion(chart)
  assert.equal(drawing.subChart.rows.length, 2)
})

test('events are made, changed, listed and deleted', async () => {
  const { client, chart } = await openHall()
  const made = await client.events.createMultiple(chart, [
    new CreateEventParams().withKey('one').withName('One'),
    new CreateEventParams().withKey('two').withDate(new LocalDate(2027, 5, 1))
      .withTableBookingConfig(TableBookingConfig.custom({ T1: 'BY_TABLE' }))
  ])
  assert.deepEqual(made.map(each => each.key).sort(), ['one', 'two'])
  await refused(400, 'GENERAL_ERROR',
    client.events.create(chart, new CreateEventParams().withKey('one')))
  await client.events.update('one', new UpdateEventParams().withKey('uno').withName('Uno'))
  assert.equal((await client.events.retrieve('uno')).name, 'Uno')
  await refused(404, 'EVENT_NOT_FOUND', client.events.retrieve('one'))
  const listed = []
  for await (const event of client.events.listAll()) {
    listed.push(event.key)
  }
  assert.deepEqual(listed, ['two', 'uno'])
  const page = await client.events.listFirstPage(1)
  assert.equal(page.items.length, 1)
  assert.ok(page.nextPageStartsAfter)
  assert.equal((await client.events.listPageAfter(page.nextPageStartsAfter, 1)).items[0].key, 'uno')
  const copied = await client.events.moveEventToChartCopy('uno')
  assert.notEqual(copied.chartKey, chart)
  await client.events.delete('two')
  await refused(404, 'EVENT_NOT_FOUND', client.events.retrieve('two'))
})

test('what is for sale and through whom is changed as it goes', async () => {
  const { client, chart } = await openHall()
  await client.events.create(chart, new CreateEventParams().withKey('gala'))
  const { forSaleConfig, rateLimitInfo } = await client.events.editForSaleConfig(
    'gala', null, [{ object: 'A-1' }, { object: 'Floor', quantity: 40 }])
  assert.equal(forSaleConfig.forSale, false)
  assert.deepEqual(forSaleConfig.objects, ['A-1'])
  assert.deepEqual(forSaleConfig.areaPlaces, { Floor: 40 })
  assert.equal(rateLimitInfo.rateLimitRemainingCalls, 9)
  assert.equal((await client.events.retrieveObjectInfo('gala', 'Floor')).numNotForSale, 40)
  await client.events.markEverythingAsForSale('gala')
  assert.equal((await client.events.retrieveObjectInfo('gala', 'A-1')).forSale, true)
  const web = { key: 'web', name: 'Web', color: '#111111', index: 1, objects: ['A-1'] }
  await client.events.channels.replace('gala', [web])
  await client.events.channels.addObjects('gala', 'web', ['A-2'])
  await client.events.channels.removeObjects('gala', 'web', ['A-1'])
  const { channels } = await client.events.retrieve('gala')
  assert.deepEqual(channels[0].objects, ['A-2'])
  assert.equal((await client.eventReports.byChannel('gala', 'web')).web.length, 1)
  await client.events.channels.remove('gala', 'web')
  assert.deepEqual((await client.events.retrieve('gala')).channels, [])
})

test('reports of an event and of a chart tell every object', async () => {
  const { client, chart } = await openHall()
  await client.events.create(chart, new CreateEventParams().withKey('gala'))
  const reports = client.eventReports
  for (const report of [
    'byStatus', 'byObjectType', 'byCategoryLabel', 'byCategoryKey', 'byOrderId', 'bySection',
    'byZone', 'byAvailability', 'byAvailabilityReason', 'byChannel'
  ]) {
    const groups = await reports[report]('gala')
    assert.equal(Object.values(groups).flat().length, 25, report)
  }
  for (const summary of [
    'ByStatus', 'ByObjectType', 'ByCategoryLabel', 'ByCategoryKey', 'BySection', 'ByZone',
    'ByAvailability', 'ByAvailabilityReason', 'ByChannel'
  ]) {
    const counts = Object.values(await reports['summary' + summary]('gala'))
    assert.equal(counts.reduce((sum, each) => sum + each.count, 0), 124, summary)
    assert.ok(await reports['deepSummary' + summary]('gala'), summary)
  }
  const labels = await reports.byLabel('gala')
  assert.equal(labels['B-10'][0].categoryLabel, 'Stalls')
  const ofChart = await client.chartReports.byCategoryLabel(chart)
  assert.equal(ofChart.Standing.length, 1)
  assert.equal((await client.chartReports.summaryByObjectType(chart)).seat.count, 24)
})
