package io.pumphouse.hal.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowMistakesTest {
  @Test
  void aSoundMapHasNoProblems() {
    assertThat(UserMap.load(UserMap.TEXT)).isEmpty();
  }

  @Test
  void everyMistakeIsToldAtOnce() {
    assertThat(UserMap.withRow(",inputs,3,s17,0,C,w,,,,,,outdoor,,book"))
        .hasSize(9)
        .allMatch(problem -> problem.startsWith("mine.csv:16: "));
  }

  @Test
  void anUnknownTypeNamesTheNearest() {
    assertThat(UserMap.withRow("t3,input,3,s17,0.1,°C,r,,,,,,,Third,manual"))
        .containsExactly(
            "mine.csv:16: type \"s17\": did you mean \"s16\"? known are bit, u8, s8, u16, s16, u32,"
                + " s32");
  }

  @Test
  void anUnknownUnitListsTheKnown() {
    assertThat(UserMap.withRow("t3,input,3,s16,0.1,KW,r,,,,,,,Third,manual"))
        .containsExactly(
            "mine.csv:16: unit \"KW\": did you mean \"kW\"? known are 0/1, code, count, step, °C, K,"
                + " °C·min, %, % RH, Hz, rpm, W, kW, Wh, kWh, A, mA, V, bar, Pa, kPa, l/min, m³/h, s,"
                + " min, h, d, months");
  }

  @Test
  void anUnknownMetricNamesTheNearest() {
    assertThat(UserMap.withRow("t3,input,3,s16,0.1,°C,r,,,,,,suply_temp,Third,manual"))
        .containsExactly("mine.csv:16: metric \"suply_temp\": did you mean \"supply_temp\"?");
  }

  @Test
  void aMetricIsMeasuredInItsOwnUnit() {
    assertThat(UserMap.withRow("t3,input,3,u16,1,W,r,,,,,,compressor_power,Third,manual"))
        .containsExactly(
            "mine.csv:16: unit \"W\": metric compressor_power is measured in \"kW\"; use that and"
                + " fit the scale");
  }

  @Test
  void aMetricIsCarriedByOneRegister() {
    assertThat(UserMap.withRow("t3,input,3,s16,0.1,°C,r,,,,,,outdoor_temp,Third,manual"))
        .containsExactly(
            "mine.csv:16: metric \"outdoor_temp\" again, first on line 14: let one register carry"
                + " it and empty the other cell");
  }

  @Test
  void anIdIsGivenOnce() {
    assertThat(UserMap.withRow("t1,input,3,s16,0.1,°C,r,,,,,,,Third,manual"))
        .containsExactly(
            "mine.csv:16: id \"t1\" again, first on line 14: give each register an id of its own");
  }

  @Test
  void registersDoNotOverlap() {
    assertThat(UserMap.withRow("t0,input,0,u32,1,h,r,,,,,,,Hours,manual"))
        .containsExactly(
            "mine.csv:16: \"t0\" takes input 0-1, \"t1\" on line 14 takes input 1: correct an"
                + " address or a type; no two registers share an address");
  }

  @Test
  void theSameAddressInAnotherSpaceIsNoOverlap() {
    String alsoHolding = UserMap.TEXT.replace("# pause", "# readable: holding 1\n# pause");
    assertThat(UserMap.load(alsoHolding + "t3,holding,1,s16,0.1,°C,rw,,,,,,,Third,manual"))
        .isEmpty();
  }

  @Test
  void aRegisterLiesInsideOneReadableRange() {
    assertThat(UserMap.withRow("t3,input,49,u32,1,h,r,,,,,,,Hours,manual"))
        .containsExactly(
            "mine.csv:16: address \"49\": a register lies inside one \"# readable\" range of its"
                + " space");
  }

  @Test
  void minIsNotAboveMax() {
    assertThat(UserMap.withRow("t3,input,3,s16,0.1,°C,r,60,-60,,,,,Third,manual"))
        .containsExactly(
            "mine.csv:16: min \"60\": it is above max \"-60\"; correct or empty the two");
  }

  @Test
  void aLimitIsANumberTheRegisterCanSend() {
    assertThat(UserMap.withRow("t3,input,3,s16,0.1,°C,r,,4000,,,,,Third,manual"))
        .containsExactly(
            "mine.csv:16: max \"4000\": use a number from -3276.8 to 3276.7 in steps of 0.1, or"
                + " leave it empty");
  }

  @Test
  void aLimitIsAWholeNumberOfSteps() {
    assertThat(UserMap.withRow("t3,input,3,s16,0.1,°C,r,0.25,,,,,,Third,manual")).hasSize(1);
  }

  @Test
  void anAddressIsZeroBasedAndFitsAFrame() {
    assertThat(UserMap.withRow("t3,input,65535,u32,1,h,r,,,,,,,Hours,manual"))
        .containsExactly("mine.csv:16: address \"65535\": use a whole number from 0 to 65534");
  }

  @Test
  void aScaleOfZeroIsAMistake() {
    assertThat(UserMap.withRow("t3,input,3,s16,0,°C,r,,,,,,,Third,manual"))
        .containsExactly(
            "mine.csv:16: scale \"0\": use a number above zero with a decimal point, such as 1 or"
                + " 0.1");
  }

  @Test
  void aCoilIsABit() {
    assertThat(UserMap.withRow("t3,coil,3,u16,1,0/1,rw,,,,,,,Third,manual"))
        .containsExactly("mine.csv:16: type \"u16\": a coil is always a bit");
  }

  @Test
  void anInputRegisterCannotBeWritten() {
    assertThat(UserMap.withRow("t3,input,3,u16,1,,rw,,,,,,,Third,manual"))
        .containsExactly("mine.csv:16: access \"rw\": only coil and holding can be written; use r");
  }

  @Test
  void aSentinelOfOneRowIsRaw() {
    assertThat(UserMap.withRow("t3,input,3,s16,0.01,°C,r,,,,,200.0,,Third,manual"))
        .containsExactly(
            "mine.csv:16: absent \"200.0\": use whole numbers from -32768 to 32767, not scaled");
  }

  @Test
  void everyRowNamesItsSource() {
    assertThat(UserMap.withRow("t3,input,3,s16,0.1,°C,r,,,,,,,Third,"))
        .containsExactly(
            "mine.csv:16: source \"\": use the key of a \"# source key: document\" line at the"
                + " head");
  }

  @Test
  void aRowHasOneCellForEachColumn() {
    assertThat(UserMap.withRow("t3,input,3,s16,0,1,°C,r,,,,,,,Third,manual"))
        .containsExactly(
            "mine.csv:16: 16 cells: a row has 15, separated by commas; quote a cell that has one");
  }

  @Test
  void aQuoteInTheWrongPlaceIsAMistake() {
    assertThat(UserMap.withRow("t3,input,3,s16,0.1,°C,r,,,,,,,\"Third,manual"))
        .containsExactly(
            "mine.csv:16: a quote in the wrong place: quote whole cells, and write \"\" for a quote"
                + " inside");
  }

  @Test
  void aRegisterLiesInASpaceOfItsWires() {
    assertThat(UserMap.withRow("t3,system,3,s16,0.1,°C,r,,,,,,,Third,manual"))
        .singleElement()
        .asString()
        .matches(
            "mine.csv:16: space \"system\": over (tcp|rtu-over-tcp) a register is in coil, discrete,"
                + " input, holding");
    assertThat(UserMap.load(UserMap.REGO + "t3,holding,3,s16,0.1,°C,r,,,,,,,Third,manual"))
        .containsExactly(
            "mine.csv:13: space \"holding\": over rego a register is in panel, system, timer");
  }

  @Test
  void aRegoCarriesNoLongNumbers() {
    assertThat(UserMap.load(UserMap.REGO + "t3,system,3,u32,1,h,r,,,,,,,Third,manual"))
        .containsExactly(
            "mine.csv:13: type \"u32\": rego carries 16 bits at a time; use u16 or s16");
  }

  @Test
  void anAddressIsDecimalOrHexadecimal() {
    assertThat(UserMap.load(UserMap.REGO + "t3,system,0x0048,u16,1,h,r,,,,,,,Third,manual"))
        .containsExactly(
            "mine.csv:13: \"t3\" takes system 72, \"0x0048\" on line 12 takes system 72: correct an"
                + " address or a type; no two registers share an address");
    assertThat(UserMap.load(UserMap.REGO + "t3,system,0x10000,u16,1,h,r,,,,,,,Third,manual"))
        .containsExactly("mine.csv:13: address \"0x10000\": use a whole number from 0 to 65535");
  }

  @Test
  void everyOffsetLeadsToAnAddress() {
    String map = UserMap.REGO.replace("offsets: 0, 2", "offsets: 0, -600");
    assertThat(UserMap.load(map))
        .containsExactly("mine.csv:11: address \"0x0209\": with offset -600 it leaves 0 to 65535");
  }
}
