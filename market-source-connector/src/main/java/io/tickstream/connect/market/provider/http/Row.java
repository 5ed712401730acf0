package io.tickstream.connect.market.provider.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One record of an answer.
 *
 * @param root the whole answer
 * @param key its name, where records are keyed by symbol or time; else empty
 * @param node the record, or what holds its columns
 * @param index its place in parallel columns; -1 where there are none
 */
record Row(JsonNode root, String key, JsonNode node, int index) {}
