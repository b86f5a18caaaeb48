import django.core.validators
import django.db.models.deletion
import naast.core.fields
import naast.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0004_staff_sessions'),
        ('people', '0009_restricted_and_erased'),
    ]

    operations = [
        migrations.CreateModel(
            name='Complaint',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('about', models.CharField(choices=[('volunteer', 'A volunteer'), ('professional', 'A professional'), ('coordinator', 'A coordinator'), ('practice', 'How we do things here'), ('decision', 'Something that was decided')], max_length=12, verbose_name='what it is about')),
                ('state', models.CharField(choices=[('received', 'Received'), ('confirmed', 'Heard'), ('shared', 'The other side is asked'), ('talk_planned', 'The talk is planned'), ('talked', 'Talked about together'), ('without_talk', 'No talk together, with a reason'), ('answered', 'Answered'), ('closed', 'Closed, looked back together'), ('not_looked_at', 'Could not be looked at'), ('withdrawn', 'Taken back')], default='received', max_length=13)),
                ('state_since', models.DateTimeField()),
                ('hat', models.CharField(choices=[('volunteer', 'Volunteer'), ('participant', 'Participant'), ('family', 'Family or somebody close'), ('professional', 'Professional'), ('staff', 'Colleague of the organisation')], max_length=12, verbose_name='as')),
                ('reporter_name', naast.core.fields.EncryptedTextField(blank=True, verbose_name='name, and how to reach them')),
                ('named_on', models.DateField(blank=True, null=True, verbose_name='their name may be told since')),
                ('other_words', naast.core.fields.EncryptedTextField(blank=True, verbose_name='who it is about, in their words')),
                ('other_name', naast.core.fields.EncryptedTextField(blank=True, verbose_name='the other side, by name')),
                ('without_coordinator', models.BooleanField(default=False, verbose_name='no coordinator reads this')),
                ('confirm_by', models.DateField()),
                ('confirmed_on', models.DateField(blank=True, null=True)),
                ('answer_by', models.DateField()),
                ('answered_on', models.DateField(blank=True, null=True)),
                ('shared_words', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what it is about, for the other side')),
                ('shared_on', models.DateField(blank=True, null=True)),
                ('reporter_view', naast.core.fields.EncryptedTextField(blank=True, verbose_name='how the reporter sees it')),
                ('reporter_how', models.CharField(choices=[('awaited', 'not asked yet'), ('own', 'in their own words'), ('written_down', 'in their words, written down by us'), ('did_not_want', 'did not want to say')], default='awaited', max_length=12)),
                ('other_view', naast.core.fields.EncryptedTextField(blank=True, verbose_name='how the other side sees it')),
                ('other_how', models.CharField(choices=[('awaited', 'not asked yet'), ('own', 'in their own words'), ('written_down', 'in their words, written down by us'), ('did_not_want', 'did not want to say')], default='awaited', max_length=12)),
                ('no_talk', models.CharField(blank=True, choices=[('safety', 'It would not be safe'), ('minor', 'Somebody is under age'), ('cannot', 'Somebody is not able to'), ('does_not_want', 'Somebody does not want to'), ('left', 'Somebody is no longer here')], max_length=13, verbose_name='why there was no talk')),
                ('no_talk_words', naast.core.fields.EncryptedTextField(blank=True, verbose_name='why, in a few words')),
                ('outcome', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what we found')),
                ('agreed', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what was agreed')),
                ('went_well', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what went well')),
                ('look_back_on', models.DateField(blank=True, null=True, verbose_name='we look back on')),
                ('reporter_content', models.CharField(blank=True, choices=[('yes', 'Good like this'), ('partly', 'Partly'), ('no', 'Not good'), ('did_not_want', 'Rather not say')], max_length=12)),
                ('other_content', models.CharField(blank=True, choices=[('yes', 'Good like this'), ('partly', 'Partly'), ('no', 'Not good'), ('did_not_want', 'Rather not say')], max_length=12)),
                ('reporter_words', naast.core.fields.EncryptedTextField(blank=True, verbose_name='words for who complained')),
                ('other_end_words', naast.core.fields.EncryptedTextField(blank=True, verbose_name='words for the other side')),
                ('appealed_on', models.DateField(blank=True, null=True, verbose_name='went on to the body for appeal on')),
                ('signalled_on', models.DateField(blank=True, null=True)),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('other', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='complaints_about', to='people.person')),
                ('other_member', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('receiver', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('reporter', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='complaints', to='people.person')),
                ('reporter_member', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(condition=models.Q(('closed_on__isnull', True)), fields=['organisation', 'receiver', 'id'], name='complaint_open'), models.Index(fields=['organisation', 'receiver', 'closed_on'], name='complaints__organis_4455a2_idx'), models.Index(fields=['organisation', 'closed_on'], name='complaints__organis_20fb9d_idx'), models.Index(condition=models.Q(('state__in', ['received', 'confirmed', 'shared', 'talk_planned', 'talked', 'without_talk'])), fields=['organisation', 'answer_by'], name='complaint_term_runs')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('closed_on__isnull', False), ('state__in', ['closed', 'not_looked_at', 'withdrawn'])), models.Q(('closed_on__isnull', True), ('state__in', ['received', 'confirmed', 'shared', 'talk_planned', 'talked', 'without_talk', 'answered'])), _connector='OR'), name='complaint_over_has_a_day'), models.CheckConstraint(condition=models.Q(('receiver__isnull', True), models.Q(models.Q(('reporter_member__isnull', True), models.Q(('reporter_member', models.F('receiver')), _negated=True), _connector='OR'), models.Q(('other_member__isnull', True), models.Q(('other_member', models.F('receiver')), _negated=True), _connector='OR')), _connector='OR'), name='complaint_receiver_is_no_side'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'without_talk'), _negated=True), models.Q(('no_talk', ''), _negated=True), _connector='OR'), name='complaint_no_talk_has_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='ComplaintTerms',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('confirm_days', models.PositiveSmallIntegerField(default=5, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)], verbose_name='confirm within (working days)')),
                ('answer_weeks', models.PositiveSmallIntegerField(default=6, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(26)], verbose_name='answer within (weeks)')),
                ('look_back_weeks', models.PositiveSmallIntegerField(default=6, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(26)], verbose_name='look back after (weeks)')),
                ('appeal_name', models.CharField(blank=True, max_length=160, verbose_name='body for appeal')),
                ('appeal_address', models.CharField(blank=True, max_length=200, verbose_name='its address')),
                ('appeal_phone', models.CharField(blank=True, max_length=40, verbose_name='its phone')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation',), name='one_complaint_terms_a_house')],
            },
        ),
        migrations.CreateModel(
            name='MediatedTalk',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('starts_at', models.DateTimeField(verbose_name='when')),
                ('place', naast.core.fields.EncryptedTextField(verbose_name='where')),
                ('reporter_yes', models.CharField(choices=[('awaited', 'not answered yet'), ('yes', 'it suits'), ('no', 'it does not suit')], default='awaited', max_length=7)),
                ('reporter_note', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what the reporter said to it')),
                ('other_yes', models.CharField(choices=[('awaited', 'not answered yet'), ('yes', 'it suits'), ('no', 'it does not suit')], default='awaited', max_length=7)),
                ('other_note', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what the other side said to it')),
                ('held_on', models.DateField(blank=True, null=True, verbose_name='we talked on')),
                ('said', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what was said')),
                ('complaint', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='talk', to='complaints.complaint')),
                ('mediator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['starts_at', 'id'],
                'indexes': [models.Index(condition=models.Q(('held_on__isnull', True)), fields=['organisation', 'starts_at'], name='mediated_talk_to_hold'), models.Index(fields=['organisation', 'mediator'], name='complaints__organis_53d9fb_idx')],
            },
        ),
        migrations.CreateModel(
            name='Observation',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('side', models.CharField(choices=[('reporter', 'Who complains'), ('other', 'Who it is about, or who answers for it')], max_length=8)),
                ('seen_on', models.DateField(verbose_name='on which day')),
                ('is_first_hand', models.BooleanField(verbose_name='saw or heard it themselves')),
                ('seen_by', naast.core.fields.EncryptedTextField(verbose_name='who saw it, or from whom it was heard')),
                ('facts', naast.core.fields.EncryptedTextField(verbose_name='what happened')),
                ('complaint', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='observations', to='complaints.complaint')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['seen_on', 'id'],
            },
        ),
    ]
