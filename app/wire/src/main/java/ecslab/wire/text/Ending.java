package ecslab.wire.text;

/// How a word ends when it is read aloud in Korean. It decides which form of a particle follows.
enum Ending {
    /// On a vowel: `서비스`, `ECS`, `2`.
    VOWEL,
    /// On a consonant other than ㄹ: `태스크 세 번`, `IAM`, `3`.
    CONSONANT,
    /// On ㄹ, after which 로 stands and not 으로: `역할`, `ALL`, `1`.
    RIEUL,
    /// The word ends in nothing that we can read.
    UNKNOWN
}
